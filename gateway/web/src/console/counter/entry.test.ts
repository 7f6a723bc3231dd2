import { describe, expect, it } from 'vitest'
import { codesOf } from '@/shared/words/codes'
import { emptyEntry, missing, placed, requestOf, RISK_KEYS, RISKS, toggled, type Entry } from './entry'

const entry = (): Entry => ({
    ...emptyEntry('PHONE', '440233101203', '2026-11-29'),
    name: '赖桂兰',
    phone: '13826390417',
    members: '3',
    reasons: ['ILLNESS'],
})
const problem = (code: string) => ({ code, title: code, status: 409, detail: '请改正' })

describe('an entry', () => {
    it('begins with everything missing but the day', () => {
        expect(Object.keys(missing(emptyEntry('WINDOW', '', '2026-11-29')))).toEqual([
            'village',
            'name',
            'phone',
            'members',
            'reasons',
        ])
        expect(missing(entry())).toEqual({})
    })

    it('by phone came from the applicant unless another number is written down', () => {
        expect(requestOf(entry()).callerPhone).toBe('13826390417')
        expect(requestOf({ ...entry(), caller: '0751-2251234' }).callerPhone).toBe('0751-2251234')
    })

    it('at the window has no caller, and nothing that is empty', () => {
        expect(Object.keys(requestOf({ ...entry(), way: 'WINDOW', caller: '0751-2251234' })).sort()).toEqual([
            'members',
            'name',
            'on',
            'phone',
            'reasons',
            'village',
            'way',
        ])
    })

    it('has a key for each risk the services have words for', () => {
        expect([...RISKS].sort()).toEqual(codesOf('risk').sort())
        expect(RISK_KEYS).toHaveLength(RISKS.length)
    })

    it('takes five risks in order and lets go of one pressed again', () => {
        const five = RISKS.slice(0, 5)
        expect(toggled(five, 'OTHER')).toEqual(five)
        expect(toggled(['ILLNESS', 'WATER'], 'ILLNESS')).toEqual(['WATER'])
        expect(toggled(['WATER'], 'ILLNESS')).toEqual(['WATER', 'ILLNESS'])
    })

    it('shows a refusal beside the number it is about', () => {
        expect(placed(problem('person.phone-malformed'), { ...entry(), phone: '1' })).toEqual({
            phone: '请改正',
        })
        expect(placed(problem('person.phone-malformed'), { ...entry(), caller: '1' })).toEqual({
            caller: '请改正',
        })
        expect(placed(problem('person.id-number-check-digit'), entry())).toEqual({ idNumber: '请改正' })
        expect(placed(problem('internal'), entry())).toEqual({})
    })
})
