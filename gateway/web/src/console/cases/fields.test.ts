import { describe, expect, it } from 'vitest'
import {
    begun,
    codes,
    count,
    given,
    group,
    list,
    many,
    missing,
    one,
    sent,
    text,
    type Fields,
} from './fields'

const fields: Fields = {
    place: text(10),
    remark: text(10, { optional: true }),
    votes: count({ start: 0 }),
    kind: one(codes('conclusion')),
    risks: many(codes('risk'), { when: (row) => row.kind === 'PROPOSE' }),
    marks: group({ a: count() }, { optional: true }),
    rows: list({ name: text(5), code: given('X') }, { least: 1 }),
}

describe('a form', () => {
    it('starts with what its fields start with', () => {
        expect(begun(fields)).toEqual({
            place: null,
            remark: null,
            votes: 0,
            kind: null,
            risks: [],
            marks: null,
            rows: [{ name: null, code: 'X' }],
        })
    })

    it('says where something is missing, and asks only for what belongs there', () => {
        const values = begun(fields)
        expect(missing(fields, values)).toEqual(['place', 'kind', 'rows.0.name'])
        expect(missing(fields, { ...values, kind: 'PROPOSE' })).toEqual(['place', 'risks', 'rows.0.name'])
        expect(missing(fields, { ...values, marks: { a: null }, rows: [] })).toEqual([
            'place',
            'kind',
            'marks.a',
            'rows',
        ])
    })

    it('sends what was filled in and leaves out what was not', () => {
        const values = {
            ...begun(fields),
            place: ' 公开栏 ',
            remark: '  ',
            kind: 'DO_NOT_PROPOSE',
            risks: ['ILLNESS'],
            rows: [{ name: '甲', code: 'X' }],
        }
        expect(sent(fields, values)).toEqual({
            place: '公开栏',
            votes: 0,
            kind: 'DO_NOT_PROPOSE',
            rows: [{ name: '甲', code: 'X' }],
        })
    })
})
