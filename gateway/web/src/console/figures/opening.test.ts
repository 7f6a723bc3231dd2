import { expect, it } from 'vitest'
import { fromQuery, openingOf, toQuery } from './opening'

it('opens the list that was counted', () => {
    expect(openingOf('/roster?town=440233101&monitoring=MONITORED&risk=WATER')).toEqual({
        list: 'roster',
        query: { town: '440233101', monitoring: 'MONITORED', risk: 'WATER' },
    })
    expect(openingOf('/quality/issues?division=440233101&rule=Q04')).toEqual({
        list: 'quality',
        query: { division: '440233101', rule: 'Q04' },
    })
})

it('opens no other address', () => {
    expect(openingOf('/accounts?x=1')).toBeNull()
    expect(fromQuery({ list: 'accounts' })).toBeNull()
})

it('is found again in an address', () => {
    const opening = { list: 'clues', query: { division: '440233' } } as const
    expect(fromQuery(toQuery(opening, '2026-03-05'))).toEqual(opening)
})
