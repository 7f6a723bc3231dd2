import { describe, expect, it } from 'vitest'
import type { Happening } from './at'
import { caseWay, exitWay } from './course'
import { caseStage } from './procedure'

const told = (...names: string[]): Happening[] =>
    names.map((name, position) => ({
        position,
        name,
        words: '',
        actor: 'village',
        role: 'VILLAGE_COMMITTEE',
        recordedAt: '2025-03-05T06:00:00Z',
        on: '2025-03-05',
    }))
const states = (events: Happening[]) =>
    Object.fromEntries(
        caseWay(events, caseStage(events.map((event) => event.name))).map(({ key, state }) => [key, state]),
    )
const BEGUN = [
    'identification.opened',
    'identification.household-visited',
    'identification.authorization-signed',
    'identification.appraisal-held',
    'identification.publicity-started',
]

describe('the way of a case', () => {
    it('shows what is done, what is due and what comes', () => {
        const way = states(told(...BEGUN))
        expect(way.PUBLICISE).toBe('done')
        expect(way.END_PUBLICITY).toBe('now')
        expect(way.REVIEW).toBe('later')
    })

    it('takes back what has to be done again, but not the signature', () => {
        const way = states(
            told(...BEGUN, 'identification.objection-raised', 'identification.objection-upheld'),
        )
        expect(way.VISIT).toBe('now')
        expect(way.AUTHORIZE).toBe('done')
        expect(way.APPRAISE).toBe('later')
    })

    it('leads nowhere after a rejection', () => {
        const way = states(told(...BEGUN, 'identification.rejected'))
        expect(way.PUBLICISE).toBe('done')
        expect(way.REVIEW).toBe('never')
    })

    it('belongs to the last case only', () => {
        const way = states(told(...BEGUN, 'identification.rejected', 'identification.opened'))
        expect(way.VISIT).toBe('now')
        expect(way.PUBLICISE).toBe('later')
    })

    it('ends when the household stands in the national system', () => {
        const way = states(
            told(
                ...BEGUN,
                'identification.publicity-ended',
                'identification.town-review-passed',
                'identification.household-determined',
                'identification.result-announced',
                'marking.household-marked',
            ),
        )
        expect(Object.values(way).every((state) => state === 'done')).toBe(true)
    })
})

describe('the way of a removal', () => {
    it('stands where a step is due', () => {
        const way = exitWay(
            told('removal.proposed', 'removal.household-visited'),
            'CHECKED',
            'APPRAISE_REMOVAL',
        )
        expect(way.map(({ state }) => state).slice(0, 4)).toEqual(['done', 'done', 'now', 'later'])
    })
})
