/** Theme, language and shortcuts: what this browser remembers of a person. */
import { usePreferences } from '../preferences/PreferencesProvider.tsx'
import { RadioSegments } from '../ui/Segments.tsx'

/** `shortcuts`: offers to turn them off too, where there are any */
export function PreferencesPanel({ shortcuts = false }: { shortcuts?: boolean }) {
  const { preferences, change, t } = usePreferences()
  return (
    <div class="preferences">
      <RadioSegments
        label={t('preferences.theme')}
        value={preferences.theme}
        options={[
          { label: t('preferences.auto'), value: 'auto' },
          { label: t('preferences.light'), value: 'light' },
          { label: t('preferences.dark'), value: 'dark' },
        ]}
        onChange={(theme) => change({ theme })}
      />
      <RadioSegments
        label={t('preferences.language')}
        value={preferences.locale}
        options={[
          { label: 'Français', value: 'fr', lang: 'fr' },
          { label: 'English', value: 'en', lang: 'en' },
        ]}
        onChange={(locale) => change({ locale })}
      />
      {shortcuts && (
        <label class="check">
          <input
            type="checkbox"
            checked={preferences.shortcuts}
            onChange={(event) => change({ shortcuts: event.currentTarget.checked })}
          />
          {t('preferences.shortcuts')}
        </label>
      )}
    </div>
  )
}
