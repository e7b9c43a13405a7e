"""What a service costs: published prices by date, local factors, the uplift, estimates. Pure."""
