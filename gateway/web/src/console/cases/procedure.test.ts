import { describe, expect, it } from 'vitest'
import { caseStage, exitStage, isLeaving, isUndecided } from './procedure'

const identification = (...steps: string[]) => steps.map((step) => `identification.${step}`)

describe('the stage of a case', () => {
    it('follows the order of the procedure', () => {
        expect(caseStage([])).toBeNull()
        expect(caseStage(identification('opened', 'visit-assigned'))).toBe('OPENED')
        expect(caseStage(identification('opened', 'household-visited'))).toBe('VISITED')
        expect(caseStage(identification('opened', 'household-visited', 'authorization-signed'))).toBe(
            'AUTHORIZED',
        )
    })

    it('leads a second visit straight to the appraisal', () => {
        const before = identification('opened', 'household-visited', 'authorization-signed', 'appraisal-held')
        const upheld = [
            ...before,
            ...identification('publicity-started', 'objection-raised', 'objection-upheld'),
        ]
        expect(caseStage(upheld)).toBe('OPENED')
        expect(caseStage([...upheld, 'identification.household-visited'])).toBe('AUTHORIZED')
    })

    it('is not moved by a dismissed objection nor by what belongs to another history', () => {
        const hung = identification('opened', 'publicity-started', 'objection-raised', 'objection-dismissed')
        expect(caseStage([...hung, 'assistance.urgent-aid-granted'])).toBe('PUBLICIZED')
    })

    it('begins anew with another case', () => {
        const again = identification('opened', 'household-visited', 'rejected', 'opened', 'household-visited')
        expect(caseStage(again)).toBe('VISITED')
        expect(isUndecided(caseStage(again))).toBe(true)
        expect(isUndecided('REJECTED')).toBe(false)
    })
})

describe('the stage of a removal', () => {
    it('is blocked by the checks and freed by another visit', () => {
        expect(exitStage(['removal.proposed', 'removal.household-visited', 'removal.blocked'])).toBe(
            'BLOCKED',
        )
        expect(
            exitStage(['removal.proposed', 'removal.blocked', 'removal.household-visited', 'notice.hung']),
        ).toBe('CHECKED')
        expect(isLeaving('BLOCKED')).toBe(true)
        expect(isLeaving('DROPPED')).toBe(false)
    })
})
