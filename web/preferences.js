// Small settings of this browser. Reading and writing may be forbidden; then they last as long as the page.
addToLibrary({
    $Preferences__deps: ['$Border'],
    $Preferences__postset: 'Preferences.session = new Map();',
    $Preferences: {
        read: (name) => {
            try {
                return localStorage.getItem(`fullcourt.${name}`) ?? Preferences.session.get(name) ?? '';
            } catch {
                return Preferences.session.get(name) ?? '';
            }
        },
        write: (name, value) => {
            Preferences.session.set(name, value);
            try {
                if (value === '') {
                    localStorage.removeItem(`fullcourt.${name}`);
                } else {
                    localStorage.setItem(`fullcourt.${name}`, value);
                }
            } catch {
                // Kept for this page alone.
            }
        },
    },
    platform_read_preference__deps: ['$Preferences', 'fullcourt_result'],
    platform_read_preference: (name) => {
        const bytes = Border.encoder.encode(Preferences.read(Border.text(name)));
        HEAPU8.set(bytes, _fullcourt_result(bytes.length) >>> 0);
    },
    platform_write_preference__deps: ['$Preferences'],
    platform_write_preference: (name, value) => Preferences.write(Border.text(name), Border.text(value)),
});
