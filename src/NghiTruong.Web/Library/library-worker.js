// Shows texts of the library that are kept on this device when there is no line. Anything else goes to the line as ever.
const kept = 'thu-vien';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// The plain page of what was asked for: it carries no name and no menu of whoever kept it.
function plainOf(url) {
  const path = url.pathname.replace(/\/+$/, '');
  return path === '/thu-vien' || path.endsWith('/doc') ? (path === '/thu-vien' ? '/thu-vien/doc' : path) : `${path}/doc`;
}

self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin) return;
  event.respondWith(fetch(event.request).catch(async () => {
    const cache = await caches.open(kept);
    const found = event.request.mode === 'navigate' ? (await cache.match(plainOf(url))) || (await cache.match('/thu-vien/doc')) : await cache.match(event.request);
    return found || Response.error();
  }));
});
