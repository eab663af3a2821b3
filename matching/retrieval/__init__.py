"""The seam between the network and the signals: engines choose whom a need may concern; gate and score then run on those people's rows."""
