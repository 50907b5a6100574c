// Keeps the texts of the library on this device, for reading without a line; only where the page offers it and the browser can.
const kept = 'thu-vien';

async function marks(count) {
  const cache = await caches.open(kept);
  let here = 0;
  for (const mark of document.querySelectorAll('[data-library-text]')) {
    const has = Boolean(await cache.match(mark.dataset.libraryText));
    mark.hidden = !has;
    here += has ? 1 : 0;
  }
  count.textContent = here > 0 ? count.dataset.text.replace('{0}', here) : '';
  return here;
}

export async function keepLibrary() {
  const part = document.querySelector('[data-library]');
  if (!part || !('serviceWorker' in navigator) || !('caches' in window)) return;
  part.hidden = false;
  const [keep, drop, count] = ['keep', 'drop', 'count'].map((name) => part.querySelector(`[data-library-${name}]`));
  const show = async () => { drop.hidden = (await marks(count)) === 0; };
  keep.addEventListener('click', async () => {
    keep.disabled = true;
    try {
      await navigator.serviceWorker.register(part.dataset.library, { scope: '/thu-vien' });
      const cache = await caches.open(kept);
      await cache.addAll(part.dataset.libraryPages.split(' '));
    } finally {
      keep.disabled = false;
      await show();
    }
  });
  drop.addEventListener('click', async () => {
    await caches.delete(kept);
    await (await navigator.serviceWorker.getRegistration('/thu-vien'))?.unregister();
    await show();
  });
  await show();
}
