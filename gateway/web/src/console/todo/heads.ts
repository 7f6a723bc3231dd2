import { reactive } from 'vue'
import { api, told } from '@/shared/api/client'
import { every } from '../common/every'
import { isOfHousehold, type Entry } from './opens'

const heads = reactive(new Map<string, string>())
const asked = new Set<string>()

// What a household of a kind of work is, so that only those are asked for.
const STATES: Record<string, 'IN_CASE' | 'REJECTED'> = {
    CASE: 'IN_CASE',
    CLOCK: 'IN_CASE',
    OBJECTION: 'IN_CASE',
    COMPARISON: 'IN_CASE',
    APPEAL: 'REJECTED',
}

async function learn({ division, kind }: Entry): Promise<void> {
    const state = STATES[kind] ?? 'MONITORED'
    const question = `${division} ${state}`
    if (asked.has(question)) return
    asked.add(question)
    const found = await every((at) =>
        told(api.GET('/api/monitoring/households', { params: { query: { ...at, division, state } } })),
    ).catch(() => {
        asked.delete(question)
        return []
    })
    found.forEach((one) => heads.set(one.household, one.head))
}

/** The masked names of households' heads, so that people can tell the households of a list apart. */
export const useHeads = () => ({
    learn: (entries: readonly Entry[]): void =>
        entries
            .filter((entry) => isOfHousehold(entry) && !heads.has(entry.subject))
            .forEach((entry) => void learn(entry)),
    of: (household: string): string => heads.get(household) ?? '',
})
