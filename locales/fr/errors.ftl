error-not-found = L’adresse est fausse, ou cette page n’est pas pour vous.
