"""Second records and namesakes of the written people: what the comparison of records is fitted to and measured on."""
