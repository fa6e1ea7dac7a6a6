letter-footer = Cette lettre part d’Escale, le service public des missions courtes. Ne répondez pas à cette adresse.
