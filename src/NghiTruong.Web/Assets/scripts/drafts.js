// Keeps what is typed into <form data-keep="key"> on this device, per user, until it is saved or the user signs out.
// Texts of the notice stand in <template id="draft-notice"> of the layout.
const prefix = 'nt-draft:';
const user = document.body.dataset.user;
const nameOf = (form) => `${prefix}${user}:${form.dataset.keep}`;

const keepable = (field) => field.name && !field.closest('[data-keep-not]') && !field.name.startsWith('__') && !['hidden', 'password', 'file', 'submit', 'button'].includes(field.type);

function read(form) {
  return [...form.elements].filter(keepable).map((f) => [f.name, f.type === 'checkbox' || f.type === 'radio' ? [f.value, f.checked] : f.value]);
}

function write(form, values) {
  const fields = [...form.elements].filter(keepable);
  values.forEach(([name, value], place) => {
    const field = fields[place]?.name === name ? fields[place] : fields.find((f) => f.name === name);
    if (!field) return;
    if (Array.isArray(value)) field.checked = value[1];
    else field.value = value;
  });
  form.dispatchEvent(new Event('change', { bubbles: true }));
}

const two = (number) => String(number).padStart(2, '0');
const timeOf = (at) => `${two(at.getHours())}:${two(at.getMinutes())} ${at.getDate()}/${at.getMonth() + 1}`;

// The form's own id (<input type="hidden" data-keep-id>): what is sent again after a dropped line is the same note, and is kept once.
const idsOf = (form) => [...form.querySelectorAll('[data-keep-id]')].map((field) => [field.name, field.value]);

function writeIds(form, ids) {
  (ids ?? []).forEach(([name, value]) => {
    form.elements[name].value = value;
  });
}

function load(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function save(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden store only means no draft.
  }
}

function forget(test) {
  Object.keys(localStorage).filter((key) => key.startsWith(prefix) && test(key)).forEach((key) => localStorage.removeItem(key));
}

function tell(form, draft, restored, base) {
  const template = document.getElementById('draft-notice');
  if (!template) return;
  const notice = template.content.firstElementChild.cloneNode(true);
  notice.querySelector('[data-when]').textContent = timeOf(new Date(draft.at));
  notice.querySelector('[data-drop]').addEventListener('click', () => {
    localStorage.removeItem(nameOf(form));
    write(form, base);
    notice.remove();
  });
  const take = notice.querySelector('[data-take]');
  take.hidden = restored;
  take.addEventListener('click', () => {
    write(form, draft.values);
    writeIds(form, draft.ids);
    take.hidden = true;
  });
  form.prepend(notice);
}

function keep(form) {
  const key = nameOf(form);
  const base = read(form);
  const draft = load(key);
  const refused = document.querySelector('.error-summary');
  if (draft && !refused && JSON.stringify(draft.values) !== JSON.stringify(base)) {
    // What the server shows has not changed since the typing began: give it back. Otherwise a colleague wrote meanwhile: ask.
    const untouched = JSON.stringify(draft.base) === JSON.stringify(base);
    if (untouched) {
      write(form, draft.values);
      writeIds(form, draft.ids);
    }
    tell(form, draft, untouched, base);
  }
  let timer;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => save(key, { at: Date.now(), base: draft?.base ?? base, values: read(form), ids: idsOf(form) }), 400);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    save(key, { at: Date.now(), base: draft?.base ?? base, values: read(form), ids: idsOf(form) });
    sessionStorage.setItem('nt-sent', JSON.stringify({ key, from: location.pathname }));
  });
}

export function keepDrafts() {
  document.addEventListener('submit', (event) => {
    if (event.target.matches('[data-clear-drafts]')) forget((key) => key.startsWith(`${prefix}${user}:`));
  });
  if (!user) return;
  const sent = JSON.parse(sessionStorage.getItem('nt-sent') ?? 'null');
  const forms = [...document.querySelectorAll('form[data-keep]')];
  // The form was sent and the next page, still signed in, is not that form again: it was taken.
  if (sent && location.pathname !== sent.from) localStorage.removeItem(sent.key);
  if (sent && location.pathname === sent.from && document.querySelector('.notice.is-done')) localStorage.removeItem(sent.key);
  sessionStorage.removeItem('nt-sent');
  forms.forEach(keep);
}
