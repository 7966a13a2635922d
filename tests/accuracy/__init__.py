"""How right reading is, measured against labels, the facts beside the sample's texts, and what a cable states twice."""
