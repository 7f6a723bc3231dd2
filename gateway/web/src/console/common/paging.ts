import { computed, reactive, watch, type ComputedRef } from 'vue'
import { useAsked, type Asked } from '@/shared/asking'

export interface Page<E> {
    items: E[]
    total: number
    page: number
    size: number
}

export interface Paged<E> extends Asked<Page<E>> {
    /** the page asked for, from 1, and its size */
    at: { page: number; size: number }
    items: ComputedRef<E[]>
    total: ComputedRef<number>
}

/**
 * A list that is read page by page. When the filter changes, its first page is asked for.
 *
 * @param filter what else the list is asked with; read within `ask`
 */
export function usePaged<E>(
    ask: (at: { page: number; size: number }) => Promise<Page<E>>,
    filter: object = {},
    size = 20,
): Paged<E> {
    const at = reactive({ page: 1, size })
    const asked = useAsked(() => ask({ ...at }), [() => ({ ...at })])
    watch(
        () => JSON.stringify(filter),
        () => {
            if (at.page === 1) void asked.again()
            else at.page = 1
        },
    )
    return {
        ...asked,
        at,
        items: computed(() => asked.data.value?.items ?? []),
        total: computed(() => asked.data.value?.total ?? 0),
    }
}
