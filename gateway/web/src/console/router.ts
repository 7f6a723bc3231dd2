import { createRouter, createWebHistory } from 'vue-router'
import { parts } from './parts'

export const router = createRouter({
    history: createWebHistory('/console/'),
    routes: [
        { path: '/', component: () => import('./Home.vue'), meta: { title: 'console.home' } },
        ...Object.values(parts).flatMap((part) => part.routes),
        { path: '/:rest(.*)*', component: () => import('./Lost.vue'), meta: { title: 'console.lost' } },
    ],
    scrollBehavior: (_to, _from, kept) => kept ?? { top: 0 },
})
