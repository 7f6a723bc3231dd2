import { expect, it } from 'vitest'
import { draftOf, isComplete, policiesOf, standing, termsOf, type Version } from './policies'

const version = (given: Partial<Version>): Version => ({
    policy: 'policy-1',
    version: 1,
    division: '440233',
    title: '雨露计划',
    family: 'EDUCATION_OTHER',
    risks: ['SCHOOLING'],
    eligibility: 'monitored',
    amountYuan: 1500,
    unit: '每人每学期',
    standard: '每生每学期补助',
    documents: ['学籍证明', '户口簿'],
    window: '镇乡村振兴办公室',
    from: '2025-01-01',
    source: '示范文件',
    on: '2025-01-01',
    ...given,
})

it('puts the versions of a policy together', () => {
    const policies = policiesOf([version({ version: 2 }), version({}), version({ policy: 'policy-2' })])
    expect(policies.map((policy) => [policy.now.version, policy.versions.length])).toEqual([
        [2, 2],
        [1, 1],
    ])
})

it('tells how a version stands on a day', () => {
    expect(standing(version({}), '2025-01-01')).toBe('inForce')
    expect(standing(version({}), '2024-12-31')).toBe('later')
    expect(standing(version({ until: '2025-06-30' }), '2025-06-30')).toBe('inForce')
    expect(standing(version({ until: '2025-06-30' }), '2025-07-01')).toBe('over')
    expect(standing(version({ withdrawnFrom: '2025-03-01' }), '2025-02-01')).toBe('withdrawn')
})

it('comes out of a form as it went in', () => {
    const { title, documents, amountYuan, until } = termsOf(draftOf(version({})))
    expect({ title, documents, amountYuan, until }).toEqual({
        title: '雨露计划',
        documents: ['学籍证明', '户口簿'],
        amountYuan: 1500,
        until: undefined,
    })
})

it('is complete without an amount, and not without a title', () => {
    expect(isComplete({ ...draftOf(version({})), amount: '' })).toBe(true)
    expect(isComplete({ ...draftOf(version({})), amount: '-1' })).toBe(false)
    expect(isComplete({ ...draftOf(version({})), title: ' ' })).toBe(false)
})
