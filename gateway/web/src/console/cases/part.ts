import type { Part } from '../part'
import words from './words'

export default {
    words,
    routes: [
        { path: '/cases/new', component: () => import('./OpenPage.vue'), meta: { title: 'cases.open' } },
    ],
    menu: [],
} satisfies Part
