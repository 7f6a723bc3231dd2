import { expect, it } from 'vitest'
import { fromQuery, openingOf, toQuery } from './opening'

const COUNTY = '440233'

it('opens the list that was counted', () => {
    expect(openingOf('/roster?town=440233101&monitoring=MONITORED&risk=WATER', COUNTY)).toEqual({
        list: 'roster',
        query: { town: '440233101', monitoring: 'MONITORED', risk: 'WATER' },
    })
})

it('opens issues of a village, or of all that the reader reaches, and nothing that is more', () => {
    expect(openingOf('/quality/issues?division=440233101203&rule=Q04', COUNTY)).toEqual({
        list: 'quality',
        query: { village: '440233101203', rule: 'Q04' },
    })
    expect(openingOf('/quality/issues?division=440233&state=OPEN', COUNTY)?.query).toEqual({ state: 'OPEN' })
    expect(openingOf('/quality/issues?division=440233101', COUNTY)).toBeNull()
    expect(openingOf('/quality/issues?division=440233101', '440233101')?.query).toEqual({})
})

it('opens no other address', () => {
    expect(openingOf('/accounts?x=1', COUNTY)).toBeNull()
    expect(fromQuery({ list: 'accounts' })).toBeNull()
})

it('is found again in an address', () => {
    const opening = { list: 'clues', query: { division: '440233' } } as const
    expect(fromQuery(toQuery(opening, '2026-03-05'))).toEqual(opening)
})
