import { codesOf, say } from '@/shared/words/codes'
import { yuan } from '@/shared/time'

export const FACTS = codesOf('fact')

const LISTS: Record<string, string> = { risks: 'risk' }
const CODES: Record<string, string> = { baseType: 'baseType', category: 'category' }

/** The value of a fact in words; it is stored as text. `place` names a division. */
export function factWords(fact: string, value: string, place: (code: string) => string): string {
    if (fact === 'village') return place(value)
    if (fact.endsWith('Fen')) return yuan(Number(value))
    if (value === 'true' || value === 'false') return say('truth', value)
    const kind = CODES[fact]
    if (kind) return say(kind, value)
    const parts = LISTS[fact]
    const values = value.split(',').filter((part) => part !== '')
    return parts ? values.map((part) => say(parts, part)).join('、') : values.join('、')
}

/** What a fact is called beside its value: amounts are shown in yuan. */
export const factName = (fact: string): string => say('fact', fact).replace(/（分）| \(fen\)/, '')
