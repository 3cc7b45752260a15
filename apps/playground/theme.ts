/** Light or dark: as the system says until the reader chooses; the choice is remembered in this browser. */
const KEY = 'medlint-theme'

export function setUpTheme(button: HTMLButtonElement): void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const isDark = () => (chosen() ?? (system.matches ? 'dark' : 'light')) === 'dark'

  function show(): void {
    const theme = chosen()
    if (theme) document.documentElement.dataset['theme'] = theme
    button.setAttribute('aria-pressed', String(isDark()))
  }

  button.onclick = () => {
    remember(isDark() ? 'light' : 'dark')
    show()
  }
  system.addEventListener('change', show)
  show()
}

function chosen(): string | undefined {
  const shown = document.documentElement.dataset['theme']
  if (shown) return shown
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

function remember(theme: string): void {
  document.documentElement.dataset['theme'] = theme
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Forbidden by the browser: the choice holds until the page is left.
  }
}
