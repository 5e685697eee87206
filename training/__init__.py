"""Training the pipeline that rashomon ships, and measuring it."""
