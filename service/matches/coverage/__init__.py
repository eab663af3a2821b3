"""The map of what the network covers and what it lacks, with a recruiting brief for every gap."""
