"""The exercises of "From CRM to CX", and the measures, small worlds and data they are made of."""
