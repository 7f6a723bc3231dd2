import { createApp } from 'vue'
import '@/shared/look/base.css'
import './look.css'
import { speaking } from '@/shared/words'
import App from './App.vue'
import { router } from './router'
import { begin, online, sendAll } from './store'
import field from './words'

const SOON = 60_000

await begin()
createApp(App).use(router).use(speaking({ field })).mount('#app')

addEventListener('online', () => {
    online.value = true
    void begin().then(sendAll)
})
addEventListener('offline', () => {
    online.value = false
})
setInterval(() => void sendAll(), SOON)
void sendAll()

if (import.meta.env.PROD && 'serviceWorker' in navigator)
    void navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' })
