import { CopyDocument } from '@element-plus/icons-vue'
import { READERS, type Part } from '../part'
import words from './words'

export default {
    words,
    routes: [
        {
            path: '/duplicates',
            component: () => import('./DuplicatesPage.vue'),
            meta: { title: 'duplicates.menu' },
        },
        {
            path: '/duplicates/:id',
            component: () => import('./DuplicatePage.vue'),
            meta: { title: 'duplicates.pair' },
        },
    ],
    menu: [{ to: '/duplicates', title: 'duplicates.menu', icon: CopyDocument, order: 44, roles: READERS }],
} satisfies Part
