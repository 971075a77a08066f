import pytest
from django.core.exceptions import ImproperlyConfigured

from nido_portal.settings import env


@pytest.mark.parametrize("key", ["", "too-short"])
def test_a_missing_or_short_key_is_refused_with_a_way_to_make_one(monkeypatch, key):
    monkeypatch.setenv("SECRET_KEY", key)
    with pytest.raises(ImproperlyConfigured, match="token_urlsafe"):
        env.secret_key()


def test_a_long_key_is_taken_from_the_environment(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "k" * 50)
    assert env.secret_key() == "k" * 50


def test_a_key_may_stand_in_a_file(monkeypatch, tmp_path):
    (tmp_path / "key").write_text("f" * 60)
    monkeypatch.setattr(env._read.ENVIRON, "files_cache", {})
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.setenv("SECRET_KEY_FILE", str(tmp_path / "key"))
    assert env.secret_key() == "f" * 60
