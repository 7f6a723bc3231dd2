import { describe, expect, it } from 'vitest'
import { codesOf } from '@/shared/words/codes'
import { bunched, entriesFor } from './menu'
import words from './words'

const roles = codesOf('role')
const tos = (role: string) => entriesFor(role).map((entry) => entry.to)
const bunch = (zh: unknown) => (zh as { bunch: Record<string, string> }).bunch

describe('the menu', () => {
    it.each(roles)('of %s keeps every entry, in order', (role) => {
        const shown = bunched(entriesFor(role)).flatMap(({ entries }) => entries.map((entry) => entry.to))
        expect(shown).toEqual(tos(role))
    })

    it.each(roles)('of %s fits in two lines', (role) => {
        expect(bunched(entriesFor(role)).length).toBeLessThanOrEqual(12)
    })

    it.each(roles)('of %s has words for what is behind a button', (role) => {
        bunched(entriesFor(role))
            .filter(({ entries }) => entries.length > 1)
            .forEach(({ key }) => {
                expect(bunch(words.zh)).toHaveProperty(String(key))
                expect(bunch(words.en)).toHaveProperty(String(key))
            })
    })

    it('of a village shows what is used all day', () => {
        const beside = bunched(entriesFor('VILLAGE_COMMITTEE')).filter(({ entries }) => entries.length === 1)
        expect(beside.map(({ entries }) => entries[0]?.to)).toEqual(
            expect.arrayContaining(['/todo', '/counter', '/reports', '/clues', '/households']),
        )
    })

    it('of a helper is not bunched', () => {
        const entries = entriesFor('GROUP_LEADER')
        expect(entries.length).toBeGreaterThan(0)
        expect(bunched(entries)).toHaveLength(entries.length)
    })
})
