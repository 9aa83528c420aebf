"""The columns of plans and of tables of indicators: by their titles, and by what stands in them."""
