import { createRouter, createWebHistory } from 'vue-router'
import Today from './Today.vue'

export const router = createRouter({
    history: createWebHistory('/field/'),
    routes: [
        { path: '/', component: Today },
        { path: '/visit/:household/:visit?', component: () => import('./VisitForm.vue') },
        { path: '/conflict/:visit', component: () => import('./Conflict.vue') },
        { path: '/:rest(.*)*', redirect: '/' },
    ],
    scrollBehavior: () => ({ top: 0 }),
})
