import { describe, expect, test } from 'vitest'
import type { Generation, View } from './asking'
import { actsOf, isSame, mayDrop } from './generations'

const generation = (state: Generation['state'], version = 2): Generation => ({
    state,
    version,
    generation: 0,
    rows: 1,
    position: 9,
    lag: 0,
    progress: 1,
    eventsPerSecond: 0,
})

const view = (...states: Generation['state'][]): View => ({
    view: 'board',
    version: 2,
    answering: 0,
    generations: states.map((state) => generation(state)),
})

describe('what may be done with a read model', () => {
    test('is a rebuild when it stands alone', () => {
        expect(actsOf(view('CURRENT'))).toEqual(['rebuild'])
        expect(actsOf(view('CURRENT', 'ABANDONED'))).toEqual(['rebuild'])
    })

    test('is no switch before what is beside it is ready', () => {
        expect(actsOf(view('CURRENT', 'BUILDING'))).toEqual(['abandon'])
        expect(actsOf(view('CURRENT', 'READY'))).toEqual(['compare', 'switch', 'abandon'])
    })

    test('is the way back while the previous rows are kept', () => {
        expect(actsOf(view('CURRENT', 'PREVIOUS'))).toEqual(['compare', 'roll-back'])
    })

    test('does not mind rows of another version, which may go', () => {
        const old = { ...view('CURRENT'), generations: [generation('CURRENT'), generation('READY', 1)] }
        expect(actsOf(old)).toEqual(['rebuild'])
        expect(mayDrop(generation('OTHER_VERSION', 1))).toBe(true)
        expect(mayDrop(generation('CURRENT'))).toBe(false)
    })
})

test('two generations are the same only by a comparison that counts and found nothing', () => {
    const parity = {
        rows: 3,
        otherRows: 3,
        missing: 0,
        extra: 0,
        differing: 0,
        unsettled: 0,
        hash: 'a',
        otherHash: 'a',
        ids: [],
        position: 9,
    }
    const compared = { generation: 1, other: 0, at: '2026-03-05T00:00:00Z', counts: true, parity }
    expect(isSame({ ...view('CURRENT', 'READY'), comparison: compared })).toBe(true)
    expect(isSame({ ...view('CURRENT'), comparison: { ...compared, counts: false } })).toBe(false)
    expect(
        isSame({ ...view('CURRENT'), comparison: { ...compared, parity: { ...parity, differing: 1 } } }),
    ).toBe(false)
    expect(isSame(view('CURRENT'))).toBe(false)
})
