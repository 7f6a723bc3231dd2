import type { Page } from './paging'

const MOST = 200

/** All rows of a list that is known to be short, page after page. */
export async function every<E>(
    ask: (at: { page: number; size: number }) => Promise<Pick<Page<E>, 'items' | 'total'>>,
): Promise<E[]> {
    const rows: E[] = []
    for (let page = 1; ; page++) {
        const { items, total } = await ask({ page, size: MOST })
        rows.push(...items)
        if (rows.length >= total || items.length === 0) return rows
    }
}
