"""The web pages: plain, server-rendered, in Vietnamese and English, without scripts and without any outside address."""
