import { expect, test } from 'vitest'
import { leavesOf } from './stored'

test('a stored form is told value by value, and what is sealed, forgotten or absent is told apart', () => {
    expect(
        leavesOf({
            on: '2026-03-05',
            person: { name: 'sealed', sex: 'forgotten', number: null },
            causes: ['A', 'B'],
            none: [],
        }),
    ).toEqual([
        { path: 'on', value: '2026-03-05', kind: 'plain' },
        { path: 'person.name', value: 'sealed', kind: 'sealed' },
        { path: 'person.sex', value: 'forgotten', kind: 'forgotten' },
        { path: 'person.number', value: '', kind: 'absent' },
        { path: 'causes.0', value: 'A', kind: 'plain' },
        { path: 'causes.1', value: 'B', kind: 'plain' },
        { path: 'none', value: '[]', kind: 'plain' },
    ])
})
