import { reactive } from 'vue'
import { api, told } from '@/shared/api/client'
import { every } from '../common/every'

const heads = reactive(new Map<string, string>())
const asked = new Set<string>()

// Work is left by households in a case and by those monitored; the others would only fill the list.
const STATES = ['IN_CASE', 'MONITORED', 'REJECTED'] as const

async function learn(village: string): Promise<void> {
    if (asked.has(village)) return
    asked.add(village)
    const pages = STATES.map((state) =>
        every((at) =>
            told(
                api.GET('/api/monitoring/households', {
                    params: { query: { ...at, division: village, state } },
                }),
            ),
        ),
    )
    const found = await Promise.all(pages).catch(() => {
        asked.delete(village)
        return []
    })
    found.flat().forEach((one) => heads.set(one.household, one.head))
}

/** The masked names of households' heads, so that people can tell the households of a list apart. */
export const useHeads = () => ({
    learn: (villages: Iterable<string>): void => [...new Set(villages)].forEach((one) => void learn(one)),
    of: (household: string): string => heads.get(household) ?? '',
})
