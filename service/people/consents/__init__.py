"""What people agreed to: texts and consents with their history, objections, restrictions and willingness."""
