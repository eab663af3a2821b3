"""CVs as PDF and DOCX, read on this machine: passages offered as positions, degrees, publications, patents and projects."""
