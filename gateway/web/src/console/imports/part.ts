import { DocumentAdd, UploadFilled } from '@element-plus/icons-vue'
import { COUNTY, type Part } from '../part'
import words from './words'

export default {
    words,
    routes: [
        {
            path: '/enrolments',
            component: () => import('./EnrolmentsPage.vue'),
            meta: { title: 'imports.enrolments' },
        },
        {
            path: '/enrolments/:id',
            component: () => import('./EnrolmentPage.vue'),
            meta: { title: 'imports.enrolment' },
        },
        {
            path: '/batches',
            component: () => import('./BatchesPage.vue'),
            meta: { title: 'imports.batches' },
        },
        {
            path: '/batches/:id',
            component: () => import('./BatchPage.vue'),
            meta: { title: 'imports.batch' },
        },
    ],
    menu: [
        {
            to: '/enrolments',
            title: 'imports.enrolments',
            icon: DocumentAdd,
            order: 40,
            roles: ['TOWN_OFFICE', ...COUNTY, 'AUDITOR'],
        },
        {
            to: '/batches',
            title: 'imports.batches',
            icon: UploadFilled,
            order: 41,
            roles: ['DEPARTMENT_OFFICER', ...COUNTY, 'AUDITOR'],
        },
    ],
} satisfies Part
