import { onMounted, onScopeDispose, type Ref } from 'vue'

/** Reacts to the keys pressed while the focus is within `place`. */
export function useKeysIn(place: Ref<HTMLElement | undefined>, react: (event: KeyboardEvent) => void): void {
    let heard: HTMLElement | undefined
    onMounted(() => {
        heard = place.value
        heard?.addEventListener('keydown', react)
    })
    onScopeDispose(() => heard?.removeEventListener('keydown', react))
}

/** Alt and a letter, wherever on the page the focus is; the page says which letters. */
export function useAltKeys(acts: Record<string, () => void>): void {
    const react = (event: KeyboardEvent) => {
        const act = acts[event.code.replace('Key', '').toLowerCase()]
        if (!act || !event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        act()
    }
    onMounted(() => addEventListener('keydown', react))
    onScopeDispose(() => removeEventListener('keydown', react))
}
