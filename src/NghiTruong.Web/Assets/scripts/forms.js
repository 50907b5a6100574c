const release = (form) => {
  delete form.dataset.busy;
  form.querySelectorAll('.is-busy').forEach((button) => {
    button.classList.remove('is-busy');
    button.removeAttribute('aria-disabled');
  });
};

// One press sends once; a second press while the first is on its way does nothing.
export function guardForms() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.busy) {
      event.preventDefault();

      return;
    }
    form.dataset.busy = 'yes';
    const button = event.submitter;
    if (button?.classList.contains('btn')) {
      button.classList.add('is-busy');
      button.setAttribute('aria-disabled', 'true');
    }
    // A download leaves the page standing; a lost line leaves it too.
    setTimeout(() => release(form), form.hasAttribute('data-download') || button?.hasAttribute('data-download') ? 3000 : 15000);
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-busy]').forEach(release));
  document.addEventListener('change', (event) => {
    const all = event.target;
    if (all.matches('[data-pick-all]')) {
      all.closest('form').querySelectorAll('tbody .pick input[type=checkbox]').forEach((box) => (box.checked = all.checked));
    }
    const form = all.closest?.('form');
    const count = form?.querySelector('[data-pick-count]');
    if (count) count.textContent = form.querySelectorAll('tbody .pick input:checked').length;
    if (all.matches('[data-submit-on-change]')) all.form.requestSubmit();
  });
  document.addEventListener('click', async (event) => {
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      const source = document.getElementById(copy.dataset.copy);
      await navigator.clipboard?.writeText(source.value ?? source.textContent);
      copy.classList.add('btn-primary');
      if (copy.dataset.copied) copy.textContent = copy.dataset.copied;
    }
    if (event.target.closest('[data-print]')) window.print();
  });
}

const sizeOf = (bytes) => (bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1).replace('.', ',')} MB`);

export function previewFiles() {
  document.addEventListener('change', (event) => {
    const input = event.target;
    if (input.type !== 'file') return;
    let list = input.parentElement.querySelector('.file-list');
    if (!list) {
      list = document.createElement('div');
      list.className = 'file-list';
      input.after(list);
    }
    list.replaceChildren(
      ...[...input.files].map((file) => {
        const figure = document.createElement('figure');
        if (file.type.startsWith('image/')) {
          const image = new Image();
          image.alt = '';
          image.src = URL.createObjectURL(file);
          image.onload = () => URL.revokeObjectURL(image.src);
          figure.append(image);
        }
        figure.append(`${file.name} (${sizeOf(file.size)})`);

        return figure;
      }),
    );
  });
}

export function watchLine() {
  const notice = document.getElementById('offline');
  if (!notice) return;
  const show = () => (notice.hidden = navigator.onLine);
  window.addEventListener('online', show);
  window.addEventListener('offline', show);
  show();
}
