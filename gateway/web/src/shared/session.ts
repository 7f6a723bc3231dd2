import { ref } from 'vue'
import { csrfToken } from './api/client'

/** Who is signed in, as the gateway tells it; `role` and `division` are missing without an office. */
export interface Session {
    signedIn: boolean
    username?: string
    name?: string | null
    role?: string | null
    division?: string | null
}

export const session = ref<Session>({ signedIn: false })

export async function readSession(): Promise<Session> {
    const answer = await fetch('/session', { headers: { Accept: 'application/json' } })
    session.value = answer.ok ? ((await answer.json()) as Session) : { signedIn: false }
    return session.value
}

/** Where to sign in, and to come back to this page afterwards. */
export const signInAddress = (to: string = location.pathname + location.search): string =>
    `/oauth2/authorization/shouwang?to=${encodeURIComponent(to)}`

export async function signOut(): Promise<void> {
    await fetch('/logout', { method: 'POST', headers: { 'X-XSRF-TOKEN': csrfToken() } })
    location.assign('/console/')
}
