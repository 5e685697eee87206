"""Settings: command line over environment (`RASHOMON_LEVEL` ...) over file (`rashomon.toml`) over default."""

from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from rashomon.errors import RashomonError
from rashomon.model import Level

FILE = "rashomon.toml"


class Settings(BaseSettings):
    """What a user may set once for all comparisons."""

    model_config = SettingsConfigDict(env_prefix="RASHOMON_", extra="ignore")

    level: Level = "internal"
    language: str = "en"
    jobs: int = Field(default=1, ge=1)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order the sources: what is given here, the environment, the file of this folder, the user's file."""
        del dotenv_settings, file_secret_settings
        files = [Path(FILE), user_config_path("rashomon") / FILE]
        tables = [TomlConfigSettingsSource(settings_cls, toml_file=path) for path in files if path.exists()]
        return (init_settings, env_settings, *tables)

    @classmethod
    def load(cls, **given: Any) -> "Settings":
        """Return the settings; what is None in `given` is left to environment, file and default.

        Raises:
            RashomonError: the environment or a file has a value that is not allowed.
        """
        try:
            return cls(**{key: value for key, value in given.items() if value is not None})
        except ValidationError as error:
            first = error.errors()[0]
            raise RashomonError(f"setting {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
