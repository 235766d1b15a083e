user_pref("remote.prefs.recommended", false);
