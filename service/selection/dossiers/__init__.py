"""Dossiers for a council: a shortlist, a pair, one person, a plan or a recruiting brief as DOCX, XLSX and PDF, in either language.

``contents`` is a dossier as data, which a file of each kind writes out: ``as_docx``, ``as_xlsx``, ``as_pdf``. What goes into it stands in
``shortlists``, ``persons``, ``pairs``, ``plans``, ``briefs``; they read what the API and the pages show.
"""
