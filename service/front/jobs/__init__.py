"""The addresses to follow slow work.

``kinds`` says which function does a job; queue and worker stand in ``kit.jobs``.
"""
