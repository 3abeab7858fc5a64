"""The user's settings (config.toml) and the state that is kept between runs."""
