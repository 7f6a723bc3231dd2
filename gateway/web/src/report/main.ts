import { createApp } from 'vue'
import '@/shared/look/base.css'
import './look.css'
import { speaking } from '@/shared/words'
import App from './App.vue'
import { openOutbox } from './outbox'
import { router } from './router'
import report from './words'

void openOutbox()
createApp(App).use(router).use(speaking({ report })).mount('#app')
