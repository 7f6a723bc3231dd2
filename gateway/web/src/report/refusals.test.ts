import { expect, it } from 'vitest'
import { emptyDraft } from './draft'
import { placed } from './refusals'

const problem = (code: string, errors: { field: string; detail?: string }[] = []) => ({
    code,
    title: '没有办成',
    status: 409,
    detail: '请改正',
    errors,
})
const draft = { ...emptyDraft('440233101203'), name: '罗秀英', phone: '13826390417' }

it('puts a rule beside its field, in the words of the service', () => {
    expect(placed(problem('report.other-needs-text'), draft)).toEqual({ text: '请改正' })
})

it('puts a phone number that can be right off the applicant to the delegate', () => {
    expect(placed(problem('person.phone-malformed'), draft)).toEqual({ phone: '请改正' })
    expect(placed(problem('person.phone-malformed'), { ...draft, forOther: true })).toEqual({
        delegatePhone: '请改正',
    })
})

it('takes the words of a field before those of the whole', () => {
    const wrong = problem('request.invalid', [
        { field: 'delegate.name', detail: '请填写姓名' },
        { field: 'members' },
    ])
    expect(placed(wrong, draft)).toEqual({ delegateName: '请填写姓名', members: '请改正' })
})

it('has no field for what belongs to none', () => {
    expect(placed(problem('internal'), draft)).toEqual({})
})
