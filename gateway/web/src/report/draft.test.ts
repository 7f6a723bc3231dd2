import { describe, expect, it } from 'vitest'
import { emptyDraft, formOf, isBegun, isPhone, slips, SPOTS, type Draft } from './draft'

const VILLAGE = '440233101203'
const filled = (): Draft => ({
    ...emptyDraft(VILLAGE),
    name: '赖桂兰',
    phone: '138 2639-0417',
    members: '4',
    reasons: ['ILLNESS'],
    consent: true,
})

describe('a draft', () => {
    it('of which nothing is filled in lacks all but the words and photos', () => {
        expect(Object.keys(slips(emptyDraft()))).toEqual([
            'village',
            'name',
            'phone',
            'members',
            'reasons',
            'consent',
        ])
    })

    it('that is filled in lacks nothing', () => {
        expect(slips(filled())).toEqual({})
    })

    it('names another difficulty in words', () => {
        expect(slips({ ...filled(), reasons: ['OTHER'], text: ' ' })).toEqual({ text: 'report.slip.text' })
    })

    it('for somebody else names who speaks, and by what right', () => {
        expect(Object.keys(slips({ ...filled(), forOther: true }))).toEqual([
            'delegateName',
            'delegatePhone',
            'right',
        ])
    })

    it.each([
        ['0', 'report.slip.members'],
        ['31', 'report.slip.members'],
        ['2.5', 'report.slip.members'],
        ['30', undefined],
    ])('with %s people at home', (members, slip) => {
        expect(slips({ ...filled(), members }).members).toBe(slip)
    })

    it.each([
        ['13826390417', true],
        ['0751-2251234', true],
        ['12826390417', false],
        ['020-22512345', false],
    ])('takes %s for a phone number: %s', (text, good) => {
        expect(isPhone(text)).toBe(good)
    })

    it('is begun by a reason alone, and not by the village of the code', () => {
        expect(isBegun(emptyDraft(VILLAGE))).toBe(false)
        expect(isBegun({ ...emptyDraft(VILLAGE), reasons: ['WATER'] })).toBe(true)
    })

    it('is sent without what is empty', () => {
        expect(formOf(filled())).toEqual({
            village: VILLAGE,
            name: '赖桂兰',
            phone: '138 2639-0417',
            members: 4,
            reasons: ['ILLNESS'],
        })
    })

    it('is sent with an office or a relation of the delegate', () => {
        const delegate = { name: ' 罗志明 ', phone: '13826390418', right: 'office:GRID_WORKER' }
        expect(formOf({ ...filled(), forOther: true, delegate }).delegate).toEqual({
            name: '罗志明',
            phone: '13826390418',
            office: 'GRID_WORKER',
        })
    })

    it('shows its slips in the order of the form', () => {
        const all = slips({ ...emptyDraft(), forOther: true, reasons: ['OTHER'] })
        const order = Object.keys(all).map((spot) => SPOTS.findIndex((one) => one === spot))
        expect(order).toEqual([...order].sort((one, other) => one - other))
    })
})
