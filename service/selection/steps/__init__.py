"""The steps of the procedure, as they are recorded.

``withdrawing`` ends what is open of somebody who stops being matched.
"""
