import { createPinia } from 'pinia'
import { createApp } from 'vue'
import 'element-plus/theme-chalk/base.css'
import '@/shared/look/base.css'
import './look.css'
import './roles'
import { onSignedOut } from '@/shared/api/client'
import { readSession, session } from '@/shared/session'
import { speaking } from '@/shared/words'
import App from './App.vue'
import { parts } from './part'
import { router } from './router'
import console from './words'

onSignedOut.tell = () => {
    session.value = { signedIn: false }
}

const words = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.words]))

await readSession().catch(() => undefined)
createApp(App)
    .use(createPinia())
    .use(router)
    .use(speaking({ ...words, console }))
    .mount('#app')
