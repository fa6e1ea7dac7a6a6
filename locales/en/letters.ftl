letter-footer = This letter comes from Escale, the public service for short missions. Please do not reply to this address.
