// What the page for the way consists of lies on the device, so that it opens without a network. Nothing of
// anybody is kept here: only files of the page. The build puts FILES and EDITION before this.
/* global FILES, EDITION */
const CACHE = `field-${EDITION}`
const PAGE = '/field/index.html'

self.addEventListener('install', (event) => {
    const all = FILES.map((file) => new Request(file, { cache: 'reload' }))
    event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(all)))
})

// A new edition begins when no page of the old one is open any more, so that no page mixes the two.
self.addEventListener('activate', (event) => {
    const dropOld = async () => {
        const names = await caches.keys()
        await Promise.all(
            names
                .filter((name) => name.startsWith('field-') && name !== CACHE)
                .map((name) => caches.delete(name)),
        )
        await self.clients.claim()
    }
    event.waitUntil(dropOld())
})

self.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    if (request.method !== 'GET' || origin !== self.location.origin) return
    const file = request.mode === 'navigate' && pathname.startsWith('/field') ? PAGE : pathname
    if (!FILES.includes(file)) return
    event.respondWith(
        caches
            .open(CACHE)
            .then((cache) => cache.match(file))
            .then((kept) => kept ?? fetch(request)),
    )
})
