const typing = (target) => target.closest('input, textarea, select, [contenteditable]');

function step(by) {
  const rows = [...document.querySelectorAll('[data-row]')].map((row) => (row.matches('a') ? row : row.querySelector('a'))).filter(Boolean);
  if (!rows.length) return;
  const now = rows.findIndex((link) => link === document.activeElement || link.closest('[data-row]')?.contains(document.activeElement));
  const next = now < 0 ? 0 : Math.min(Math.max(now + by, 0), rows.length - 1);
  rows[next].focus();
  rows[next].scrollIntoView({ block: 'nearest' });
}

function pick() {
  document.activeElement.closest('[data-row]')?.querySelector('.pick input')?.click();
}

const acts = {
  '/': () => {
    const box = document.querySelector('.shell-search input');
    if (box?.offsetParent) box.focus();
    else location.assign('/tim-kiem');
  },
  j: () => step(1),
  k: () => step(-1),
  x: pick,
  n: () => document.querySelector('[data-key-new]')?.click(),
  h: () => location.assign('/'),
  '?': () => document.getElementById('keys')?.showModal?.(),
};

export function listenToKeys() {
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && event.target.form?.method === 'post') {
      event.target.form.requestSubmit();

      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    const act = acts[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}
